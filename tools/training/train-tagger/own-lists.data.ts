/** Names of languages in other scripts, as they are written in Latin letters. */
export const romanisedNames = {
  first:
    `Mohammed Muhammad Ahmed Ali Omar Hassan Hussein Khalid Yusuf Youssef Ibrahim Abdullah Abdul Mustafa Karim Tariq Faisal
Fatima Aisha Khadija Layla Zainab Maryam Noura Hana Salma Amina Yasmin Rania Wei Ming Jun Hao Xin Yan Ling Mei Xiaoming Jing
Lei Fang Qiang Tao Yong Na Li Hui Zhiwei Xiuying Guo Chen Hiroshi Takashi Kenji Yuki Haruto Sakura Aiko Yuto Naoko Keiko
Satoshi Daisuke Akira Emi Ren Hina Min-jun Seo-yeon Ji-woo Ji-hoon Hye-jin Sung-min Minho Jisoo Yuna Anh Minh Linh Huong Tuan
Dung Thao Phuong Rahul Priya Amit Anjali Sanjay Deepak Vikram Arjun Kavita Neha Rohan Pooja Suresh Lakshmi Ravi Anita Nikhil
Aditya Divya Ananya Ishaan Farah Imran Bilal Usman Ayesha Sana Zara Ivan Sergei Dmitri Dmitry Vladimir Olga Natalia Tatiana
Svetlana Ekaterina Anastasia Boris Mikhail Alexei Oleg Andriy Oksana Yulia Iryna Taras Mykola Giorgi Nino Levan Davit Ani
Armen Moshe Avi Noam Yael Shira David Tamar Eitan Reza Mehdi Parisa Shirin Dariush Nasrin Kwame Kofi Ama Abena Chinedu Ngozi
Emeka Chioma Oluwaseun Folake Adaeze Tendai Thabo Sipho Nomsa Zanele Wanjiru Kamau Achieng Otieno Amani Juma Somchai Nattaya
Siti Nur Budi Dewi Putri Agus Hafiz Aziz Nurul`.split(/\s+/),
  last: `Khan Hussain Ahmed Ali Hassan Al-Masri Al-Sayed El-Sayed Haddad Mansour Nasser Rahman Malik Sheikh Qureshi Siddiqui
Farooq Abbasi Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Zheng Liang Xie Tang Deng Feng
Wong Chan Cheung Lam Leung Ng Tan Lim Goh Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida
Yamada Sasaki Matsumoto Inoue Kimura Hayashi Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Nguyen Tran Le Pham Hoang Huynh Vu
Dang Bui Do Sharma Verma Gupta Singh Kumar Patel Shah Mehta Reddy Nair Iyer Menon Rao Das Bose Chatterjee Mukherjee Banerjee
Joshi Kapoor Malhotra Chopra Agarwal Desai Kulkarni Ivanov Ivanova Petrov Petrova Smirnov Kuznetsov Popov Volkov Sokolov
Kovalenko Shevchenko Bondarenko Tkachenko Melnyk Kravchenko Beridze Kapanadze Sargsyan Petrosyan Cohen Levy Mizrahi Peretz
Friedman Ahmadi Hosseini Karimi Rezaei Tehrani Mensah Owusu Boateng Okafor Okonkwo Adeyemi Balogun Eze Nwosu Moyo Ndlovu Nkosi
Mwangi Ochieng Kiplagat Mutua Suharto Wijaya Santoso Setiawan Saetang Chaiyasit Bin Ismail Yusof`.split(
    /\s+/,
  ),
} as const

/** Organisations that everybody knows: facts, no list of anyone's. */
export const wellKnownOrganisations =
  `Google,Microsoft,Apple,Amazon,Facebook,Meta,Netflix,Tesla,Intel,IBM,Oracle,Cisco,Samsung,
Sony,Nokia,Siemens,Bosch,Volkswagen,BMW,Mercedes,Audi,Porsche,Ford,General Motors,Toyota,Honda,Nissan,Hyundai,Volvo,Renault,
Peugeot,Fiat,Ferrari,Boeing,Airbus,Lufthansa,Ryanair,Air France,KLM,British Airways,Delta Airlines,Emirates,FedEx,UPS,DHL,
Deutsche Post,Deutsche Bahn,Royal Mail,La Poste,PostNL,Walmart,Target,Costco,Tesco,Aldi,Lidl,Carrefour,IKEA,H&M,Zara,Nike,
Adidas,Puma,Starbucks,McDonald's,Burger King,Coca-Cola,PepsiCo,Nestlé,Unilever,Danone,Heineken,Pfizer,Bayer,Novartis,Roche,
Sanofi,Merck,Johnson & Johnson,AstraZeneca,Shell,BP,ExxonMobil,Chevron,Total,Gazprom,JPMorgan Chase,Goldman Sachs,
Bank of America,Wells Fargo,Citibank,HSBC,Barclays,Lloyds Bank,Deutsche Bank,Commerzbank,BNP Paribas,Société Générale,UniCredit,
Santander,BBVA,ING,UBS,Credit Suisse,Visa,Mastercard,PayPal,American Express,Allianz,AXA,Generali,Verizon,AT&T,T-Mobile,
Vodafone,Telefónica,Orange,Comcast,Disney,Warner Bros,BBC,CNN,Reuters,The New York Times,The Guardian,Le Monde,Der Spiegel,NASA,
UNICEF,Red Cross,United Nations,World Bank,European Commission,NATO,FBI,CIA,FIFA,Harvard University,Stanford University,
Oxford University,MIT,Real Madrid,Manchester United,Bayern Munich,Chelsea,Juventus,Uber,Airbnb,Spotify,Twitter,LinkedIn,TikTok,
Alibaba,Tencent,Huawei,Xiaomi,Lenovo,Dell,HP,Adobe,Salesforce,SAP,Accenture,Deloitte,KPMG,PwC,McKinsey,Ernst & Young,
Greenpeace,Amnesty International,Oxfam,Mayo Clinic,Goodyear,Pirelli,Michelin,Caterpillar,Panasonic,Toshiba,Hitachi,Canon`
    .split(',')
    .map((name) => name.trim())

/** Names of products, which name nobody. */
export const products =
  `Visual Studio Code,Windows,Linux,Ubuntu,Android,iPhone,iPad,MacBook Pro,Galaxy,Pixel,Kindle,Chrome,Firefox,
Safari,Excel,Word,PowerPoint,Outlook,Teams,Slack,Zoom,Photoshop,Docker,Kubernetes,Terraform,Ansible,Jenkins,GitHub,GitLab,Jira,
Node.js,TypeScript,JavaScript,Python,Java,Rust,Go,Kotlin,Swift,Ruby,React,Angular,Vue,Svelte,Next.js,Express,Django,Flask,Rails,
Laravel,Spring Boot,PostgreSQL,MySQL,MongoDB,Redis,Kafka,Elasticsearch,ClickHouse,SQLite,GraphQL,JSON,YAML,Markdown,HTML,CSS,HTTP,
AWS Lambda,Azure,Cloud Run,Vercel,Netlify,Heroku,Prisma,Jest,Vitest,Webpack,Vite,ESLint,Prettier,npm,Yarn,
Volkswagen Golf,Ford Fiesta,Honda Civic,Tesla Model 3,Vespa,PlayStation,Xbox,Switch,Minecraft,Fortnite,Alexa,Siri,ChatGPT,
Wi-Fi,Bluetooth,Ethernet,Aspirin,Ibuprofen,Paracetamol,Nutella,Coke,Lego,Ludo,Scrabble,Swagger,Pino,Ajv,OpenAPI,OAuth,Stripe`
    .split(',')
    .map((name) => name.trim())
